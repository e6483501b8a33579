-- Scores and ranks the whole group as somebody at ease with SQL would write it, in numeric, which divides to at least 16 digits.
with measured as (
    select agency.code as agency, criterion.*, part.value as part, whole.value as whole,
           case when criterion.whole_figure is null then part.value
                when whole.value > 0 then part.value / whole.value end as quantity
    from agency
    cross join criterion
    left join figure as part on part.agency = agency.code and part.figure = criterion.part_figure
    left join figure as whole on whole.agency = agency.code and whole.figure = criterion.whole_figure
),
share as (
    select agency, maximum,
           case when whole_figure is not null and part = 0 and whole = 0 then null
                when quantity is null then 0
                when steps then case when quantity >= 4 then 1 when quantity >= 2 then 0.5 when quantity >= 1 then 0.25 else 0 end
                else greatest(0, least(1, (quantity - low) / (high - low))) end as share
    from measured
),
total as (
    select agency, round(sum(share * maximum) * 100 / sum(maximum) filter (where share is not null), 2) as total
    from share
    group by agency
)
select agency, total, rank() over (order by total desc) as rank,
       case when total >= 60 then 'excellent' when total >= 55 then 'good' when total >= 50 then 'fair' else 'average' end as tier
from total
order by agency
