-- The shared filter and the statistics, stored in the database beside the tables.

-- The slice that a reader selects, as exchanges; a null parameter restricts nothing.
-- whose = 'spokesperson' keeps exchanges in which someone speaks for the government, and only their words are looked
-- through for `saying` (each entry a run of tokens with a space before and behind; all must stand in one statement).
create macro scope(since, until_day, ministries, sources, spokespersons, about, saying, whose, echoes) as table
select
    exchange.exchange,
    exchange.briefing,
    exchange.day,
    exchange.ministry,
    exchange.source,
    exchange.speaker,
    exchange.outlet,
    exchange.kind,
    case when whose = 'spokesperson' then exchange.spoken else exchange.statements end as statements,
    case when whose = 'spokesperson' then exchange.spoken_words else exchange.words end as words
from exchange
where
    (exchange.standing = 'counted' or (exchange.standing = 'echo' and coalesce(echoes, false)))
    and (since is null or exchange.day >= since)
    and (until_day is null or exchange.day <= until_day)
    and (ministries is null or exchange.ministry in (select m.ministry from ministry as m where list_contains(ministries, m.id)))
    and (sources is null or exchange.source in (select s.source from source as s where list_contains(sources, s.id)))
    and (spokespersons is null or exchange.speaker in (select p.speaker from speaker as p where list_contains(spokespersons, p.name)))
    and (about is null or exchange.exchange in (
        select e.exchange from exchange_topic as e join topic as t using (topic) where list_contains(about, t.id)
    ))
    and (saying is null or exchange.exchange in (
        select w.exchange from statement as w
        where list_bool_and([contains(w.tokens, x) for x in saying]) and (whose is null or w.role = whose)
    ))
    and (whose is null or exchange.spoken > 0);

-- Wilson's interval of a share k / n whose sample is worth n_effective independent ones (Wilson 1927).
create macro wilson_low(share, n_effective) as
    case when n_effective > 0 then greatest(0, (share + 1.920729 / n_effective - 1.959964 * sqrt(share * (1 - share) / n_effective
        + 0.960365 / (n_effective * n_effective))) / (1 + 3.841459 / n_effective)) end;
create macro wilson_high(share, n_effective) as
    case when n_effective > 0 then least(1, (share + 1.920729 / n_effective + 1.959964 * sqrt(share * (1 - share) / n_effective
        + 0.960365 / (n_effective * n_effective))) / (1 + 3.841459 / n_effective)) end;

-- How many times less an exchange is worth because those of one briefing are alike: the cluster variance of the share
-- over that of a simple sample, never below 1 (Kish 1965). residuals = sum over clusters of (hits - share * size)^2.
create macro design_effect(share, n, clusters, residuals) as
    case
        when clusters > 1 and share > 0 and share < 1
        then greatest(1, clusters / (clusters - 1) * residuals / n / (share * (1 - share)))
        else 1
    end;
