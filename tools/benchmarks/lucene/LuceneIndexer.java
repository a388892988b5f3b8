import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * Builds a Lucene index of a corpus in JSON Lines with what newsdex keeps: positions and offsets for
 * phrases and snippets, the stored text, facets of actors and platforms, the day of publication.
 *
 * <p>Usage: LuceneIndexer CORPUS INDEX THREADS. Prints the seconds from the first line to the commit.
 */
public class LuceneIndexer {
  private static final int LINES_AT_ONCE = 256;
  private static final double BUFFER_MEGABYTES = 512;
  static final String[] FACETS = {"actor", "platform"};

  private final IndexWriter writer;
  private final BufferedReader corpus;
  private final FacetsConfig facets = new FacetsConfig();
  private final FieldType text = new FieldType(TextField.TYPE_STORED);

  private LuceneIndexer(IndexWriter writer, BufferedReader corpus) {
    this.writer = writer;
    this.corpus = corpus;
    for (String field : FACETS) facets.setMultiValued(field, true);
    text.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
  }

  private List<String> nextLines() throws IOException {
    List<String> lines = new ArrayList<>();
    synchronized (corpus) {
      for (String line; lines.size() < LINES_AT_ONCE && (line = corpus.readLine()) != null; )
        lines.add(line);
    }
    return lines;
  }

  /** The first ten characters of an ISO date as a number, 20180430; 0 for anything less precise. */
  private static int dayOf(JsonObject article) {
    if (!article.has("date") || article.get("date").getAsString().length() < 10) return 0;
    return Integer.parseInt(article.get("date").getAsString().substring(0, 10).replace("-", ""));
  }

  private static String textOf(JsonObject article, String name) {
    JsonElement value = article.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  private Document document(JsonObject article) throws IOException {
    Document document = new Document();
    document.add(new StringField("id", textOf(article, "id"), Field.Store.YES));
    String title = textOf(article, "title");
    document.add(new TextField("title", title, Field.Store.YES));
    // As in the other engines a word is searched for in title and body at once.
    document.add(new Field("body", title, text));
    document.add(new Field("body", textOf(article, article.has("body") ? "body" : "text"), text));
    document.add(new IntPoint("day", dayOf(article)));
    for (String field : FACETS) {
      JsonArray values = article.getAsJsonArray(field);
      if (values == null) continue;
      for (JsonElement value : values)
        document.add(new SortedSetDocValuesFacetField(field, value.getAsString()));
    }
    return facets.build(document);
  }

  private Void work() throws IOException {
    Gson gson = new Gson();
    for (List<String> lines = nextLines(); !lines.isEmpty(); lines = nextLines())
      for (String line : lines) writer.addDocument(document(gson.fromJson(line, JsonObject.class)));
    return null;
  }

  private void run(int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Void>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) workers.add(pool.submit((Callable<Void>) this::work));
    for (Future<Void> worker : workers) worker.get();
    pool.shutdown();
    writer.commit();
  }

  public static void main(String[] arguments) throws Exception {
    Path corpus = Paths.get(arguments[0]);
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    long start = System.nanoTime();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(arguments[1])), config);
        BufferedReader lines = Files.newBufferedReader(corpus)) {
      new LuceneIndexer(writer, lines).run(Integer.parseInt(arguments[2]));
    }
    System.out.printf("%.6f%n", (System.nanoTime() - start) / 1e9);
  }
}
