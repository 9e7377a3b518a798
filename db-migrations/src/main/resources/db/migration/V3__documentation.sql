-- Documentation parts; id is API and part id.
create table documentation_part (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index documentation_part_parent on documentation_part (parent);

-- Documentation versions with the parts they froze; id is API and version.
create table documentation_version (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index documentation_version_parent on documentation_version (parent);
