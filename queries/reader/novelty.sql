-- How new a briefing is
-- one row per: briefing
-- Share of the spokespersons' runs of three words that nobody said before in the corpus. Compared with the 200
-- briefings
-- of the source before it that count and have ten sentences and more.
with
    measured as (
        select n.*, n.new_runs / n.runs as share, b.source, b.standing
        from novelty as n
        join briefing as b using (briefing)
        where n.runs > 0
    ),
    this as (from measured where briefing = $briefing_key),
    peer as (
        select m.share
        from measured as m
        join this as t on t.source = m.source and m.briefing < t.briefing
        where m.standing = 'counted' and m.statements >= 10
        order by m.briefing desc
        limit 200
    )
select
    statements,
    identical,
    nearly,
    statements - identical - nearly as unsaid,
    runs,
    new_runs,
    share,
    (select count(*) from peer) as peers,
    (select count(*) from peer where peer.share < this.share) as less_new
from this
