import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates files, each against each profile: Validate PROFILE[,PROFILE...] FILE...
 *
 * Prints «PASS profile file» or «FAIL profile file» with a line for each broken rule, indented: its number,
 * how often it is broken, and the first message.
 */
public class Validate {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean allComply = true;
        for (String profile : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(profile);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("verapdf: no such profile: " + profile);
                System.exit(2);
            }
            for (int i = 1; i < arguments.length; i++) {
                allComply &= complies(flavour, profile, arguments[i]);
            }
        }
        System.exit(allComply ? 0 : 1);
    }

    private static boolean complies(PDFAFlavour flavour, String profile, String file) {
        try (FileInputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + profile + " " + file);
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, String> messages = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    counts.merge(rule, 1, Integer::sum);
                    messages.putIfAbsent(
                            rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
                }
            }
            counts.forEach((rule, count) ->
                    System.out.println("  " + rule + " x" + count + " " + messages.get(rule)));
            return result.isCompliant();
        } catch (Exception problem) {
            System.out.println("FAIL " + profile + " " + file);
            System.out.println("  " + problem);
            return false;
        }
    }
}
