FROM eclipse-temurin:25-jre
RUN useradd --uid 1001 registry
COPY . /deployments
USER registry
EXPOSE 8080
CMD ["bash", "-c", "exec java -Xmx384m -XX:+UseSerialGC -jar /deployments/*runner.jar"]
