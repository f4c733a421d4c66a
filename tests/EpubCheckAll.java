import com.adobe.epubcheck.tool.EpubChecker;

/** Checks several files in one virtual machine: pairs of a book and the report to write. */
class EpubCheckAll {
    public static void main(String[] names) {
        for (int i = 0; i < names.length; i += 2) {
            new EpubChecker().run(new String[] {names[i], "--usage", "--json", names[i + 1]});
        }
    }
}
