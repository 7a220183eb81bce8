package org.kindlin.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.lab.plan.Timeline.Task;

class TimelineTest {
    private static final List<Step> STEPS = List.of(
            Step.once("prepare", 30, 0, ""),
            Step.eachPlate("add", 5, 20, ""),
            Step.eachPlate("start", 5, 60, ""),
            Step.eachPlate("read", 10, 0, ""));

    @Test
    void onePlateFollowsItsStepsWithoutAPause() {
        Timeline timeline = Timeline.of(STEPS, List.of("P1"), LocalTime.of(9, 30));
        assertThat(timeline.tasks())
                .containsExactly(
                        new Task(0, "", 0, 30, 30),
                        new Task(1, "P1", 30, 35, 55),
                        new Task(2, "P1", 55, 60, 120),
                        new Task(3, "P1", 120, 130, 130));
        assertThat(timeline.clock(0)).isEqualTo("09:30");
        assertThat(timeline.clock(130)).isEqualTo("11:40");
        assertThat(timeline.clock(15 * 60)).isEqualTo("day 2 00:30");
    }

    @Test
    void noTwoPlatesNeedTheSameHandsAndAllWaitAlike() {
        List<String> plates = List.of("P1", "P2", "P3", "P4", "P5");
        Timeline timeline = Timeline.of(STEPS, plates, LocalTime.of(9, 0));
        List<Task> tasks = timeline.tasks().stream()
                .filter(task -> !task.plate().isEmpty())
                .toList();
        for (Task one : tasks) {
            for (Task other : tasks) {
                boolean apart = one.equals(other) || one.handsEnd() <= other.from() || other.handsEnd() <= one.from();
                assertThat(apart).as("%s and %s", one, other).isTrue();
            }
        }
        assertThat(tasks.stream().filter(task -> task.step() == 2).map(task -> task.end() - task.from()))
                .containsOnly(65);
        assertThat(timeline.stagger()).isEqualTo(10);
    }
}
