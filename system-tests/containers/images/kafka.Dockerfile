FROM eclipse-temurin:25-jre
RUN useradd --uid 1000 appuser && mkdir -p /opt/kafka/config /var/lib/kafka/data && chown -R appuser /opt/kafka /var/lib/kafka
COPY libs /opt/kafka/libs
COPY run /etc/kafka/docker/run
USER appuser
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
