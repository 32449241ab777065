FROM debian:bookworm-slim
RUN useradd --uid 999 --create-home postgres && mkdir -p /var/lib/postgresql && chown postgres /var/lib/postgresql
COPY pgsql /usr/local/pgsql
COPY run /usr/local/bin/docker-entrypoint.sh
ENV PATH=/usr/local/pgsql/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
USER postgres
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
