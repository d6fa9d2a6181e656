package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.Chain.State;
import io.tocsin.connectors.cap.Telling.Retract;
import io.tocsin.connectors.cap.Telling.Tell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chains that are remembered, the ones not heard of for longest first. Whatever the order in which the messages of a chain arrive,
 * in the end
 *
 * <ul>
 *   <li>A. one report at most stands for it, and says what its newest message says;
 *   <li>B. none stands where its newest message withdraws it, or speaks of security no longer;
 *   <li>C. each report's revisions go up.
 * </ul>
 *
 * <p>Where a message joins chains that were told apart, the report with the newest message stays and the others are retracted.
 */
record Chains(List<Chain> all) {

    static final Chains NONE = new Chains(List.of());

    /** Beyond these, chains that were never told are forgotten first, and then those not heard of for longest. */
    static final int MOST_CHAINS = 500;

    static final int MOST_MEMBERS = 2_000;

    Chains {
        all = List.copyOf(all);
    }

    /** What is to be told, and what is remembered from then on. */
    record Outcome(List<Telling> tellings, Chains chains) {}

    /** Whether nothing is remembered of the messages that this one is about. */
    boolean unheard(Saying saying) {
        return touched(saying).isEmpty();
    }

    private List<Chain> touched(Saying saying) {
        return all.stream()
                .filter(chain -> chain.members().stream().anyMatch(saying.names()::contains))
                .toList();
    }

    Outcome hear(Saying saying) {
        List<Chain> touched = touched(saying);
        if (touched.isEmpty()) {
            return hearFirst(saying);
        }
        Chain newest = touched.stream().max(Comparator.comparing(Chain::newest)).orElseThrow();
        boolean newer = isNewer(saying, newest);
        Chain kept = newer ? oldest(touched) : newest;
        Chain joined = kept.with(saying.names());
        List<Telling> tellings = new ArrayList<>();
        for (Chain other : touched) {
            if (!other.equals(kept) && other.state() == State.ACTIVE) {
                tellings.add(new Retract(
                        other.id(), other.nextRevision(saying.moment().sent()), other.where()));
            }
            joined = joined.with(other.members());
        }
        Chain after = newer ? tell(joined, saying, tellings) : joined;
        return new Outcome(tellings, replacing(touched, after));
    }

    /** A message that is sent again with another content is a new one. */
    private static boolean isNewer(Saying saying, Chain newest) {
        int order = saying.moment().compareTo(newest.newest());
        return order > 0 || (order == 0 && !saying.content().equals(newest.content()));
    }

    private static Chain oldest(Collection<Chain> chains) {
        return chains.stream()
                .min(Comparator.comparing((Chain chain) -> chain.state() == State.SILENT)
                        .thenComparing(Chain::began)
                        .thenComparing(Chain::id))
                .orElseThrow();
    }

    private Outcome hearFirst(Saying saying) {
        boolean ofInterest = saying.relevant() || saying.withdraws();
        if (!ofInterest) {
            return new Outcome(List.of(), this);
        }
        Chain unheard = new Chain(
                saying.first().name(),
                saying.first().sent(),
                saying.moment(),
                saying.content(),
                Chain.UNPUBLISHED,
                State.SILENT,
                saying.where(),
                saying.names());
        List<Telling> tellings = new ArrayList<>();
        Chain after = tell(unheard, saying, tellings);
        return new Outcome(tellings, replacing(List.of(), after));
    }

    private static Chain tell(Chain chain, Saying saying, List<Telling> tellings) {
        boolean stands = saying.relevant() && !saying.withdraws();
        return stands ? tellWhatIs(chain, saying, tellings) : tellThatItIsNot(chain, saying, tellings);
    }

    private static Chain tellWhatIs(Chain chain, Saying saying, List<Telling> tellings) {
        int revision = chain.nextRevision(saying.moment().sent());
        boolean moved = chain.state() == State.ACTIVE && !chain.where().together(saying.where());
        if (moved) {
            tellings.add(new Retract(chain.id(), revision, chain.where()));
            revision++;
        }
        tellings.add(new Tell(chain.id(), revision));
        return chain.told(saying.moment(), saying.content(), revision, State.ACTIVE, saying.where());
    }

    /** A withdrawal that speaks of security is told even of what is not remembered: it may have been told long ago. */
    private static Chain tellThatItIsNot(Chain chain, Saying saying, List<Telling> tellings) {
        boolean perhapsTold = chain.state() == State.ACTIVE || (chain.state() == State.SILENT && saying.relevant());
        if (!perhapsTold) {
            return chain.told(saying.moment(), saying.content(), chain.revision(), chain.state(), chain.where());
        }
        int revision = chain.nextRevision(saying.moment().sent());
        tellings.add(new Retract(chain.id(), revision, chain.where()));
        return chain.told(saying.moment(), saying.content(), revision, State.RETRACTED, chain.where());
    }

    private Chains replacing(Collection<Chain> gone, Chain next) {
        List<Chain> chains = new ArrayList<>(all);
        chains.removeAll(gone);
        chains.add(next);
        while (chains.size() > 1 && tooMany(chains)) {
            chains.remove(dispensable(chains));
        }
        return new Chains(chains);
    }

    private static boolean tooMany(List<Chain> chains) {
        return chains.size() > MOST_CHAINS
                || chains.stream().mapToInt(chain -> chain.members().size()).sum() > MOST_MEMBERS;
    }

    private static Chain dispensable(List<Chain> chains) {
        Optional<Chain> silent = chains.subList(0, chains.size() - 1).stream()
                .filter(chain -> chain.state() == State.SILENT)
                .findFirst();
        return silent.orElse(chains.get(0));
    }
}
