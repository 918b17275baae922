package nl.buurtbundel.outcome;

import java.util.ArrayList;
import java.util.List;

/**
 * Three taps of somebody who takes part. That these three tell most about whether help helps is what the practice found.
 *
 * @param click it clicks between those who help and those who are helped
 * @param goal they agree on what it is for
 * @param belief it is believed in
 */
public record WhatWorksAnswer(boolean click, boolean goal, boolean belief) {
    static final int QUESTIONS = 3;

    /** The questions that were answered with yes, counted from 0. */
    List<Integer> yeses() {
        List<Integer> yeses = new ArrayList<>();
        List<Boolean> all = List.of(click, goal, belief);
        for (int i = 0; i < QUESTIONS; i++) {
            if (all.get(i)) {
                yeses.add(i);
            }
        }
        return yeses;
    }
}
