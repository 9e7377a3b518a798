-- What stands beside APIs: certificates for backends, links, custom domain names.

-- Client certificates with their sealed keys, by id.
create table client_certificate (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index client_certificate_parent on client_certificate (parent);

-- VPC links of REST APIs by id.
create table vpc_link (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index vpc_link_parent on vpc_link (parent);

-- Custom domain names; id is the name in lower case, for a private one with + and its id.
create table domain_name (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index domain_name_parent on domain_name (parent);

-- Base path mappings; id is the domain's key and the base path.
create table base_path_mapping (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index base_path_mapping_parent on base_path_mapping (parent);

-- Access associations of private domain names by ARN, below their domain.
create table domain_name_access_association (
    id       varchar(700) primary key,
    parent   varchar(300) not null,
    document text         not null,
    version  bigint       not null
);
create index domain_name_access_association_parent on domain_name_access_association (parent);
