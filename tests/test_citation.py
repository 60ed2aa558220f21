"""Citations: everything that finds the file again, and nothing that LaTeX would run."""

from __future__ import annotations

from dataclasses import replace

from briefings import citation
from briefings.citation import Cited

CITED = Cited(
    title="Topics over time",
    filters="ministry Foreign Ministry of Valdoria",
    sources="Made up",
    held="3 briefings \u00b7 9 exchanges",
    release="0123456789abcdef",
    loaded="2030-05-06",
    program="1.2+ab12",
    synthetic=False,
    sha256="fe" * 32,
    permalink="http://localhost:8501/topics?ministry=va-mfa&release=01234567",
)


def test_a_plain_citation_names_title_filters_size_release_link_and_file() -> None:
    told = citation.plain(CITED)
    parts = (
        CITED.title,
        CITED.filters,
        CITED.sources,
        CITED.held,
        CITED.release,
        CITED.loaded,
        CITED.permalink,
        CITED.sha256,
    )
    assert all(part in told for part in parts) and "ynthetic" not in told


def test_the_sample_is_cited_as_invented() -> None:
    sample = replace(CITED, synthetic=True)
    assert "invented" in citation.plain(sample) and "synthetic" in citation.bibtex(sample)


def test_bibtex_is_one_entry_with_balanced_braces_whatever_the_words_said() -> None:
    hostile = replace(
        CITED, filters="words said: 100% } \\input{x} $a_b #1 & ~^\n@misc{", permalink="http://h/?said=}{\\"
    )
    told = citation.bibtex(hostile)
    assert told.startswith("@misc{briefings-01234567-fefefefe,\n") and told.endswith("}\n")
    bare = told.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert "\\input" not in told and "100\\%" in told and "\\_b" in told
    assert "\\url{http://h/?said=%7D%7B%5C}" in told
