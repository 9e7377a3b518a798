-- API keys and usage plans, in the form of the other nouns.

-- API keys by id, without their values.
create table api_key (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index api_key_parent on api_key (parent);

-- Values of API keys: id is the keyed hash of the value, parent the key's id, the document holds the sealed value.
create table api_key_value (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index api_key_value_parent on api_key_value (parent);

-- Usage plans by id.
create table usage_plan (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index usage_plan_parent on usage_plan (parent);

-- Keys of usage plans; id is plan and key, parent the key.
create table usage_plan_key (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index usage_plan_key_parent on usage_plan_key (parent);

-- Counts the changes of keys and plans, so that nodes see that there was one.
create table plan_revision (
    id       integer primary key,
    revision bigint  not null
);
insert into plan_revision (id, revision) values (1, 0);

-- Calls of a key under a plan on one day (UTC).
create table usage_day (
    plan_id varchar(32) not null,
    key_id  varchar(32) not null,
    on_day  date        not null,
    used    bigint      not null,
    primary key (plan_id, key_id, on_day)
);

-- The quota of a key under a plan in one period: what nodes have taken out of it in advance, and what was granted beyond
-- the plan's limit.
create table quota_period (
    plan_id      varchar(32) not null,
    key_id       varchar(32) not null,
    period_start date        not null,
    leased       bigint      not null,
    granted      bigint      not null,
    primary key (plan_id, key_id, period_start)
);
