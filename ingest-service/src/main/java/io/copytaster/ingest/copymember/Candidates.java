package io.copytaster.ingest.copymember;

import io.copytaster.identity.ArticleId;
import io.copytaster.ingest.copygroup.CopyMember;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

/** The members that one turn looks at, each read once. For one thread. */
final class Candidates {

    private final PostgresMembers stored;
    private final Map<Long, CopyMember<ArticleId>> members = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();

    Candidates(PostgresMembers stored) {
        this.stored = stored;
    }

    /** A member that is not stored yet. */
    void add(long number, CopyMember<ArticleId> member) {
        asked.add(number);
        members.put(number, member);
    }

    /** The members with these numbers in this order, as far as there are any. */
    List<CopyMember<ArticleId>> read(long... numbers) {
        var unread = LongStream.of(numbers).boxed().filter(asked::add).toList();
        members.putAll(stored.members(unread));
        return LongStream.of(numbers)
                .mapToObj(members::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
