package io.tocsin.places.placing;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Remembers answers, one for each slot of a fixed table: a new one takes the place of an old one. */
final class Memo<Q, A> {

    private final AtomicReferenceArray<Answered<Q, A>> slots;

    private record Answered<Q, A>(Q question, A answer) {}

    /** @param size a power of two */
    Memo(int size) {
        slots = new AtomicReferenceArray<>(size);
    }

    /** The answer, or null if it is not remembered. */
    A get(Q question) {
        Answered<Q, A> answered = slots.get(slot(question));
        return answered != null && answered.question.equals(question) ? answered.answer : null;
    }

    void put(Q question, A answer) {
        slots.set(slot(question), new Answered<>(question, answer));
    }

    private int slot(Q question) {
        int hash = question.hashCode();
        return (hash ^ hash >>> 16) & slots.length() - 1;
    }
}
