import com.adobe.epubcheck.tool.EpubChecker;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** Checks several books in one virtual machine, and writes their reports one after the other. */
class EpubCheckAll {
    public static void main(String[] books) {
        PrintStream out = System.out;
        for (String book : books) {
            // EPUBCheck closes what it has written to.
            System.setOut(new PrintStream(new FilterOutputStream(out) {
                @Override
                public void close() throws IOException {
                    flush();
                }
            }, true));
            new EpubChecker().run(new String[] {book, "--json", "-"});
        }
    }
}
