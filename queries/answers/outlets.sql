-- Who asks, and how they are answered
-- one row per: outlet
-- Questions that the outlet opened and that were answered, the share answered in substance, those of the other forms,
-- the median length of the answers, and the topics asked about most.
with
    slice as (
        select x.exchange, o.name as outlet, a.form, a.words
        from scope($since, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes) as x
        join answer as a using (exchange)
        join outlet as o on o.outlet = x.outlet
    ),
    about as (
        select s.outlet, t.title, count(*) as k
        from slice as s
        join exchange_topic as e using (exchange)
        join topic as t using (topic)
        group by all
    ),
    most as (select outlet, list(title order by k desc, title)[:3] as topics from about group by outlet)
select
    outlet,
    count(*)::integer as answers,
    count(*) filter (form = 'substantive') / answers as share,
    count(*) filter (form = 'referral') / answers as share_referral,
    count(*) filter (form = 'no-information') / answers as share_no_information,
    count(*) filter (form = 'declined') / answers as share_declined,
    count(*) filter (form = 'repeated') / answers as share_repeated,
    median(words)::integer as median_words,
    any_value(m.topics) as topics,
from slice
left join most as m using (outlet)
group by outlet
order by answers desc, outlet
