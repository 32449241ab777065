-- How many feeds of a host are being polled is asked at every look for feeds that are due.
create index feed_leased on feed (host) where lease_until is not null;
