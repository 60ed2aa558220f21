-- Topics that moved
-- one row per: topic
-- Share of exchanges in the last 30 days of the slice against the 180 before. p: score test with the design effect of
-- briefings, no less than Fisher's where hits are few; q: Benjamini-Hochberg's over all topics. Interval: Newcombe's.
with
    slice as (from scope(null, $until_day, $ministries, $sources, $spokespersons, $about, $saying, $whose, $echoes)),
    edge as (select max(day) as to_day, to_day - 29 as from_day, from_day - 180 as before_day from slice),
    side as (
        select exchange, briefing, day >= from_day as recent
        from slice
        cross join edge
        where day >= before_day and (day < from_day or $since is null or day >= $since)
    ),
    size as (select briefing, recent, count(*) as n from side group by all),
    whole as (
        select count(*) as c, sum(n) as n, sum(n * n) as nn, sum(if(recent, n, 0)) as n_a, sum(if(recent, 0, n)) as n_b
        from size
    ),
    found as (select topic, side.briefing, count(*) as k from side join exchange_topic using (exchange) group by all),
    part as (
        select topic, sum(k * k) as kk, sum(k * n) as kn, sum(if(recent, k, 0)) as k_a, sum(if(recent, 0, k)) as k_b
        from found
        join size using (briefing)
        group by all
    ),
    shares as (
        select
            id,
            title,
            n_a::integer as exchanges,
            n_b::integer as exchanges_before,
            coalesce(k_a, 0)::integer as hits,
            coalesce(k_b, 0)::integer as hits_before,
            hits / nullif(n_a, 0) as share,
            hits_before / nullif(n_b, 0) as share_before,
            (hits + hits_before) / n as pooled,
            effective_n(pooled, n, c, kk, kn, nn) / n as worth,
            n_a * worth as e_a,
            n_b * worth as e_b,
        from topic
        cross join whole
        left join part using (topic)
    ),
    tested as (
        select
            *,
            difference_p_of_few(
                hits, exchanges, hits_before, exchanges_before, difference_p(share, e_a, share_before, e_b, pooled)
            ) as p
        from shares
    ),
    ranked as (select *, p * count(*) over () / row_number() over (order by p, id) as step from tested),
    adjusted as (
        select
            *,
            least(1, min(step) over (order by p desc, id desc)) as q,
            100 * difference_low(share, e_a, share_before, e_b) as low,
            100 * difference_high(share, e_a, share_before, e_b) as high,
        from ranked
    )
select
    id as topic,
    title,
    from_day,
    to_day,
    hits,
    exchanges,
    share,
    hits_before,
    exchanges_before,
    share_before,
    100 * (share - share_before) as difference,
    low,
    high,
    p,
    q,
    moved(low, high, q) as change,
from adjusted
cross join edge
order by q, abs(difference) desc, title
