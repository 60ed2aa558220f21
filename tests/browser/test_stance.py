"""From a point of a net stance to the words that carry it, to the reader, and to a correction that training reads."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from briefings import corrections, targets
from briefings.release import data_folder
from briefings.train import labels
from tests.browser.test_tour import POINTS, browser, page, parameters, settled, site, told

__all__ = ["browser", "page", "site"]


def test_a_point_leads_to_cues_to_the_reader_and_a_label_can_be_corrected(
    page: Page, site: str, sample_database: Path
) -> None:
    page.goto(f"{site}/stance?target=european-union&ministry=va-mfa")
    settled(page)
    page.locator(POINTS).first.wait_for()
    box = page.locator(POINTS).nth(3).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("heading", name="Behind European Union")).to_be_visible(timeout=60_000)
    told(page, "behind", "stance/over_time")
    settled(page)
    quotation = page.locator("blockquote.said.supportive").first
    cue = quotation.locator("u.cue.supportive").first
    assert cue.inner_text().strip()
    assert "European Union: supportive, 0." in str(cue.get_attribute("title"))
    expect(quotation.locator("mark").first).to_be_visible(timeout=60_000)

    sentence = str(quotation.evaluate("node => node.innerText.split('\\n')[0]")).strip()
    correct(page)
    file = corrections.beside(sample_database)
    [row] = labels.read([file], targets.load(data_folder() / "lexicon" / "targets.toml"))
    assert (row.pair.sentence, row.pair.target.id, row.pair.government) == (sentence, "european-union", "Valdoria")
    assert labels.LABELS[row.label] == "opposed"
    file.unlink()

    words = cue.inner_text()
    quotation.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Reader")).to_be_visible(timeout=60_000)
    settled(page)
    assert parameters(page)["stances"] == ["yes"] and parameters(page)["ministry"] == ["va-mfa"]
    expect(page.locator(".here u.cue.supportive").first).to_contain_text(words.strip())


def correct(page: Page) -> None:
    """Says that the first label is wrong and the right one is opposed."""
    page.get_by_role("button", name="Wrong label?").first.click()
    form = page.get_by_test_id("stPopoverBody")
    form.get_by_text("opposed", exact=False).last.click()
    form.get_by_role("button", name="Keep the correction").click()
    expect(page.get_by_text("Kept. It changes nothing here")).to_be_visible(timeout=60_000)
    page.keyboard.press("Escape")
    settled(page)
