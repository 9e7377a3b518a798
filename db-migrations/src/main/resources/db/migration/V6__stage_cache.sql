-- How often the response cache of a stage was flushed: every node serves entries of the last generation only.
create table stage_cache (
    api_id     varchar(32)  not null,
    stage_name varchar(128) not null,
    generation bigint       not null,
    primary key (api_id, stage_name)
);
