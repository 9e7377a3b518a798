-- The nodes of a cluster, each with the time of its last sign of life and the version of every stage that it serves.
create table cluster_node (
    id         varchar(64)                 not null primary key,
    address    varchar(255)                not null,
    started_at bigint                      not null,
    seen_at    timestamp(6) with time zone not null,
    stages     text                        not null
);
