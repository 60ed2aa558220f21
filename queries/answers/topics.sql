-- How questions about a topic are answered
-- one row per: topic
-- Answered questions about the topic, the shares of each form of answer among them, the median length of the answers.
-- share is that of all forms but the substantive, with Wilson's 95% interval on the effective n.
with
    slice as (
        select x.exchange, x.briefing, t.id, t.title, a.form, a.words
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join answer as a using (exchange)
        join exchange_topic as e using (exchange)
        join topic as t using (topic)
    ),
    cluster as (
        select
            id,
            briefing,
            count(*) as n,
            count(*) filter (form in ('referral', 'no-information', 'declined', 'repeated')) as k
        from slice
        group by all
    ),
    spread as (
        select
            id,
            sum(k) / sum(n) as share,
            effective_n(share, sum(n), count(*), sum(k * k), sum(k * n), sum(n * n)) as effective_n,
        from cluster
        group by id
    )
select
    id as topic,
    title,
    count(*)::integer as answers,
    any_value(s.share) as share,
    wilson_low(any_value(s.share), any_value(s.effective_n)) as low,
    wilson_high(any_value(s.share), any_value(s.effective_n)) as high,
    any_value(s.effective_n) as effective_n,
    count(*) filter (form = 'referral') / answers as share_referral,
    count(*) filter (form = 'no-information') / answers as share_no_information,
    count(*) filter (form = 'declined') / answers as share_declined,
    count(*) filter (form = 'repeated') / answers as share_repeated,
    median(words)::integer as median_words,
from slice
join spread as s using (id)
group by id, title
order by answers desc, topic
