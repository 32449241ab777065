-- Copy groups: every new article within the window with the sketch of its text. Placed before the article goes to the log,
-- in a transaction of its own, so that a repeat after a crash finds the group that may be on the log already.
create table copy_member (
    number        bigint primary key,
    article_id    text not null,
    copy_group_id text not null,
    publisher     text,
    placed_at     timestamptz not null,
    keys          bytea not null,
    sketch        bytea not null
);

create unique index copy_member_article on copy_member (article_id);
create index copy_member_placed_at on copy_member (placed_at);

-- One row: the number of the next member. Locked from the look at the earlier members until the commit of the new ones:
-- members become visible in the order of their numbers, without gaps, and every newcomer sees all before it.
create table copy_member_total (
    only_row boolean primary key default true check (only_row),
    next     bigint not null default 0
);

insert into copy_member_total default values;

-- What tells two texts of an article apart: hashes and lengths of their sentences.
alter table article_revision add column text_print bytea;
