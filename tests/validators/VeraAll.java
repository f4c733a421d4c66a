import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDFs against veraPDF's profiles: VeraAll ua1,2a FILE...
 *
 * Prints one line for each file and profile, "PASS profile rules file" or "FAIL profile rules
 * file", and behind a FAIL a line beginning with a tab for each rule that is broken.
 */
class VeraAll {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            ValidationProfile profile = read(flavour);
            for (int i = 1; i < arguments.length; i++) {
                check(new File(arguments[i]), flavour, profile);
            }
        }
    }

    private static void check(File file, PDFAFlavour flavour, ValidationProfile profile)
            throws Exception {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(profile, false).validate(parser);
            System.out.printf(
                    "%s %s %d %s%n",
                    result.isCompliant() ? "PASS" : "FAIL",
                    flavour.getId(),
                    profile.getRules().size(),
                    file);
            Set<String> broken = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(
                            assertion.getRuleId().getClause()
                                    + "-"
                                    + assertion.getRuleId().getTestNumber()
                                    + " "
                                    + assertion.getMessage());
                }
            }
            broken.forEach(rule -> System.out.println("\t" + rule));
        }
    }

    /** Reads a profile by DOM: veraPDF's own reader needs a JAXB runtime, which is not there. */
    private static ValidationProfile read(PDFAFlavour flavour) throws Exception {
        String id = flavour.name().replaceFirst("_", "-").replace("_", "");
        String file = flavour == PDFAFlavour.PDFUA_2 ? id + "-ISO32005" : id;
        String path = "/org/verapdf/pdfa/validation/" + file + ".xml";
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root;
        try (InputStream stream = VeraAll.class.getResourceAsStream(path)) {
            root = factory.newDocumentBuilder().parse(stream).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : named(root, "rule")) {
            Element number = named(rule, "id").get(0);
            rules.add(
                    Profiles.ruleFromValues(
                            Profiles.ruleIdFromValues(
                                    PDFAFlavour.Specification.valueOf(
                                            number.getAttribute("specification")),
                                    number.getAttribute("clause"),
                                    Integer.parseInt(number.getAttribute("testNumber"))),
                            rule.getAttribute("object"),
                            "true".equals(rule.getAttribute("deferred")) ? true : null,
                            rule.getAttribute("tags"),
                            text(rule, "description"),
                            text(rule, "test"),
                            Profiles.errorFromValues(text(rule, "message"), List.of()),
                            List.of()));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : named(root, "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            variable.getAttribute("name"),
                            variable.getAttribute("object"),
                            text(variable, "defaultValue"),
                            text(variable, "value")));
        }
        return Profiles.profileFromValues(
                flavour,
                Profiles.profileDetailsFromValues(id, "", "", new Date(0)),
                "",
                rules,
                variables);
    }

    private static List<Element> named(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = named(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }
}
