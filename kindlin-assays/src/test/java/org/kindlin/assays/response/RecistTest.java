package org.kindlin.assays.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindlin.assays.response.Trials.analyze;
import static org.kindlin.assays.response.Trials.subject;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Cases worked out by hand from the text and tables of RECIST 1.1 (Eisenhauer et al. 2009). */
class RecistTest {

    /** One target lesion of 100 mm at baseline; sums at days 42, 84, 126, ... and the best overall response. */
    @ParameterizedTest
    @CsvSource({
        "70 70, PR", // 30 % below baseline, confirmed 42 days later
        "71 71, SD", // 29 % is not enough
        "70 90, SD", // not confirmed
        "70 75 70, PR", // stable between a response and its confirmation
        "0 0, CR",
        "0, SD", // complete, never confirmed, at day 42
        "0 30, SD", // back after all were gone: progression
        "120, PD", // 20 % and 5 mm above the nadir, which is the baseline
        "119, SD",
        "50 60 70, SD", // progression at 60, 20 % and 10 mm above the nadir of 50
        "50 50 60, PR",
        "- -, NE"
    })
    void bestOverallResponse(String sums, String best) {
        assertThat(bestOf(100, sums)).isEqualTo(best);
    }

    /** The relative rule alone would call 10 to 12 mm progression; RECIST 1.1 asks for 5 mm too. */
    @Test
    void progressionNeedsFiveMillimetres() {
        assertThat(bestOf(10, "12 14")).isEqualTo("SD");
        assertThat(bestOf(10, "15")).isEqualTo("PD");
        assertThat(bestOf(24, "20 25 30")).isEqualTo("SD"); // nadir 20, 25 is 25 % and 5 mm above
    }

    private static String bestOf(double baseline, String sums) {
        StringBuilder csv = new StringBuilder("patient,day,lesion,kind,diameter\nA,0,L,target," + baseline + "\n");
        int visit = 0;
        for (String sum : sums.split(" ", -1)) {
            visit++;
            csv.append("A,").append(42 * visit).append(",L,target,").append(sum).append('\n');
        }
        AnalysisDocument document = analyze(csv.toString());
        return document.results().stream()
                .filter(result -> result.subject().containsKey("best"))
                .map(result -> result.subject().get("best"))
                .findFirst()
                .orElseThrow();
    }

    private static SubjectResult patient(String rows, String... settings) {
        return subject(analyze("patient,day,lesion,kind,diameter,state,node\n" + rows, settings), "patient", "A");
    }

    @Test
    void nodesBelowTenMillimetresAreGone() {
        SubjectResult node = patient("A,0,N,target,20,,yes\nA,42,N,target,9,,yes\nA,84,N,target,9,,yes\n");
        assertThat(node.subject()).containsEntry("best", "CR");
        SubjectResult lesion = patient("A,0,N,target,20,,no\nA,42,N,target,9,,no\nA,84,N,target,9,,no\n");
        assertThat(lesion.subject()).containsEntry("best", "PR");
    }

    @Test
    void otherLesionsHoldBackACompleteResponseAndNewOnesEndIt() {
        String gone = """
                A,0,L,target,40,,no
                A,0,N,non-target,,present,no
                A,42,L,target,0,,no
                A,42,N,non-target,,present,no
                A,84,L,target,0,,no
                A,84,N,non-target,,present,no
                """;
        assertThat(patient(gone).subject()).containsEntry("best", "PR");
        assertThat(patient(gone.replace("A,42,N,non-target,,present", "A,42,N,non-target,,absent")
                                .replace("A,84,N,non-target,,present", "A,84,N,non-target,,absent"))
                        .subject())
                .containsEntry("best", "CR");
        SubjectResult fresh = patient(gone + "A,126,X,new,,,no\n");
        assertThat(fresh.estimate("progressionFree").orElseThrow().value()).isEqualTo(126.0);
        assertThat(fresh.estimate("duration").orElseThrow().value()).isEqualTo(84.0);
        SubjectResult unequivocal = patient(gone.replace("A,42,N,non-target,,present", "A,42,N,non-target,,PD"));
        assertThat(unequivocal.subject()).containsEntry("best", "PD");
        SubjectResult alone = patient("A,0,N,non-target,,present,no\nA,42,N,non-target,,present,no\n");
        assertThat(alone.subject()).containsEntry("best", "non-CR/non-PD");
    }

    @Test
    void confirmationTakesFourWeeks() {
        String soon = "A,0,L,target,40,,no\nA,42,L,target,20,,no\nA,69,L,target,20,,no\n";
        assertThat(patient(soon).subject()).containsEntry("best", "SD");
        assertThat(patient(soon.replace("69", "70")).subject()).containsEntry("best", "PR");
        assertThat(patient(soon, "confirmation=no").subject()).containsEntry("best", "PR");
    }

    @Test
    void progressionFreeSurvivalIsCensoredByTheRules() {
        String base = "A,0,L,target,40,,no\nA,42,L,target,40,,no\n";
        assertThat(ended(patient(base))).isEqualTo("42 censored: last assessment");
        assertThat(ended(patient(base + "A,60,,death,,,no\n"))).isEqualTo("60 death");
        assertThat(ended(patient(base + "A,50,,new therapy,,,no\nA,84,L,target,90,,no\n")))
                .isEqualTo("42 censored: new therapy");
        String late = base + "A,200,L,target,90,,no\n";
        assertThat(ended(patient(late))).isEqualTo("200 progression");
        assertThat(ended(patient(late, "assessmentDays=42")))
                .isEqualTo("42 censored: two assessments missed before progression");
        assertThat(ended(patient("A,0,L,target,40,,no\nA,42,L,target,,,no\n"))).isEqualTo("0 censored: no assessment");
    }

    private static String ended(SubjectResult patient) {
        var span = patient.estimate("progressionFree").orElseThrow();
        return Math.round(Objects.requireNonNull(span.value())) + " " + span.method();
    }

    /** The same patient as lesions, as SDTM TU and TR, and as judged visits in RS. */
    @Test
    void sdtmDomainsSayTheSame() {
        String tu =
                "USUBJID,TULNKID,TUTESTCD,TUORRES,TULOC\nA,T01,TUMIDENT,TARGET,LIVER\nA,T02,TUMIDENT,TARGET,LYMPH NODE\n";
        String tr = """
                USUBJID,TRLNKID,TRTESTCD,TRSTRESN,TRDY
                A,T01,LDIAM,50,-3
                A,T02,SAXIS,20,-3
                A,T01,LDIAM,30,43
                A,T02,SAXIS,9,43
                A,T01,LDIAM,30,85
                A,T02,SAXIS,9,85
                A,T01,LDIAM,50,127
                A,T02,SAXIS,9,127
                """;
        SubjectResult fromLesions = subject(analyze(List.of(tu, tr)), "patient", "A");
        assertThat(fromLesions.subject()).containsEntry("best", "PR");
        assertThat(fromLesions.estimate("duration").orElseThrow().value()).isEqualTo(84.0);
        String rs = "USUBJID,RSTESTCD,RSSTRESC,RSDY\nA,OVRLRESP,PR,42\nA,OVRLRESP,PR,84\nA,OVRLRESP,PD,126\n";
        assertThat(subject(analyze(rs), "patient", "A").subject()).containsEntry("best", "PR");
        String adam = "USUBJID,PARAMCD,AVALC,AVAL,CNSR,TRT01A\nA,BOR,PR,,,X\nA,DOR,,84,0,X\nB,BOR,SD,,,X\n";
        SubjectResult all = subject(analyze(adam), "arm", "X");
        assertThat(all.estimate("orr").orElseThrow().value()).isEqualTo(0.5);
        assertThat(all.estimate("medianDuration").orElseThrow().value()).isEqualTo(84.0);
    }

    /** Seven targets, three of them in the liver, one of 8 mm: each limit of RECIST 1.1 is named, and the sum stays as given. */
    @Test
    void targetsBeyondTheLimitsAreNamed() {
        StringBuilder csv = new StringBuilder("patient,day,lesion,kind,diameter,organ\n");
        String[] organs = {"Liver", "liver", "LIVER", "lung", "lung", "adrenal", "skin"};
        for (int visit = 0; visit < 3; visit++) {
            for (int i = 0; i < organs.length; i++) {
                csv.append("A,%d,L%d,target,%d,%s\n".formatted(42 * visit, i, i == 6 ? 8 : 20, organs[i]));
            }
            csv.append("B,%d,L,target,20,lung\n".formatted(42 * visit));
        }
        SubjectResult found = subject(analyze(csv.toString()), "assessment", "RECIST 1.1");
        assertThat(found.warning("many-targets").orElseThrow().message())
                .startsWith("Patient A (7) has more than five");
        assertThat(found.warning("targets-in-one-organ").orElseThrow().message())
                .contains("A (3 in liver)");
        assertThat(found.warning("small-targets").orElseThrow().message()).contains("A (L6, 8 mm)");
        assertThat(analyze("patient,day,lesion,kind,diameter\nA,0,L,target,20\nA,42,L,target,20\n")
                        .results())
                .noneMatch(result -> result.subject().containsKey("assessment"));
    }
}
