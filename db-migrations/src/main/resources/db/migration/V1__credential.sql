-- Access keys that sign management calls. The secret is sealed with AES-256-GCM; the key is not in the database.
create table credential (
    access_key_id varchar(128) primary key,
    sealed_secret varchar(1024) not null,
    created_at    timestamp(6) with time zone not null
);
