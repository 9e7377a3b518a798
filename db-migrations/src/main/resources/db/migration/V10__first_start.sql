-- One row: nodes that start together on an empty database take turns by locking it, so that one of them makes the root
-- credential and the others find it.
create table first_start (
    id smallint primary key
);
insert into first_start (id) values (1);
