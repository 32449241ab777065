package io.copytaster.enrichment.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Both lanes of a partition number must have one consumer, because they share its memory of revisions. */
class SharedLanesTest {

    private static final int PARTITIONS = 7;

    @Test
    void the_assignor_gives_the_same_partition_number_of_both_lanes_to_one_consumer() {
        // Given
        var nodes = new Node[] {new Node(1, "localhost", 9092)};
        var partitions = ListenConfiguration.LANES.stream()
                .flatMap(lane -> java.util.stream.IntStream.range(0, PARTITIONS)
                        .mapToObj(p -> new PartitionInfo(lane, p, nodes[0], nodes, nodes)))
                .toList();
        var cluster = new Cluster("c", List.of(nodes), partitions, java.util.Set.of(), java.util.Set.of());
        var members = new HashMap<String, Subscription>();
        for (var member : List.of("a", "b", "c")) {
            members.put(member, new Subscription(ListenConfiguration.LANES));
        }

        // When
        var assigned = new RangeAssignor()
                .assign(cluster, new GroupSubscription(members))
                .groupAssignment();

        // Then
        assertThat(assigned.values()).allSatisfy(assignment -> {
            var perLane = new HashMap<String, List<Integer>>();
            for (var lane : ListenConfiguration.LANES) {
                perLane.put(lane, numbers(assignment.partitions(), lane));
            }
            assertThat(Map.copyOf(perLane).values().stream().distinct()).hasSize(1);
        });
    }

    @Test
    void the_service_is_configured_with_this_assignor() throws IOException {
        // When
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        Properties settings = yaml.getObject();

        // Then
        assertThat(settings)
                .containsEntry(
                        "spring.kafka.consumer.properties[partition.assignment.strategy]",
                        RangeAssignor.class.getName());
    }

    private static List<Integer> numbers(List<TopicPartition> partitions, String lane) {
        return partitions.stream()
                .filter(p -> p.topic().equals(lane))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
    }
}
