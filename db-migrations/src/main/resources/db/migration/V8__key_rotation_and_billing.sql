-- From when on a value of an API key does not work any more, in milliseconds since 1970; null for the key's own value.
alter table api_key_value add column retires_at bigint;
create index api_key_value_retires_at on api_key_value (retires_at);

-- Calls of a month by a key that has left its plan, with the names that both had then: bills still need them.
create table usage_former (
    plan_id      varchar(32) not null,
    key_id       varchar(32) not null,
    month_start  date        not null,
    plan_name    text        not null,
    product_code text        not null,
    key_name     text        not null,
    customer_id  text        not null,
    used         bigint      not null,
    primary key (plan_id, key_id, month_start)
);
create index usage_day_on_day on usage_day (on_day);
