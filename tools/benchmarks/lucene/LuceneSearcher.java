import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.StringJoiner;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene's side of the search protocol (driver/search_protocol.py): the ten best with id and title and
 * the exact total; with f also exact counts of actors and platforms, with s snippets, with p only
 * as much of the total as ranking needs (Lucene's default, which skips what cannot rank).
 *
 * <p>Usage: LuceneSearcher INDEX QUERIES REPEAT PARTS
 */
public class LuceneSearcher {
  private static final int HITS = 10;
  private static final int FACET_VALUES = 10;
  private static final int PASSAGES = 3;
  private static final int DEFAULT_TOTAL = 1000;
  private static final int WARM_UP_PASSES = 2;

  private final IndexSearcher searcher;
  private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
  private final UnifiedHighlighter highlighter;
  private final SortedSetDocValuesReaderState facetState;
  private final boolean snippets;
  private final int exactTotal;

  private LuceneSearcher(DirectoryReader reader, String parts) throws IOException {
    searcher = new IndexSearcher(reader);
    highlighter = new UnifiedHighlighter(searcher, analyzer);
    facetState = parts.contains("f") ? new DefaultSortedSetDocValuesReaderState(reader) : null;
    snippets = parts.contains("s");
    exactTotal = parts.contains("p") ? DEFAULT_TOTAL : Integer.MAX_VALUE;
  }

  private static void addFacetFilter(BooleanQuery.Builder query, String field, String value) {
    if (value.isEmpty()) return;
    TermQuery filter =
        new TermQuery(DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, field, value));
    query.add(filter, BooleanClause.Occur.FILTER);
  }

  /** Text, actor, platform, first and last day, separated by tabs. */
  private Query parse(String line) throws ParseException {
    String[] columns = line.split("\t", -1);
    Query text = new QueryParser("body", analyzer).parse(columns[0]);
    if (columns.length < 5) return text;
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(text, BooleanClause.Occur.MUST);
    addFacetFilter(query, "actor", columns[1]);
    addFacetFilter(query, "platform", columns[2]);
    if (!columns[3].isEmpty()) {
      int first = Integer.parseInt(columns[3].replace("-", ""));
      int last = Integer.parseInt(columns[4].replace("-", ""));
      query.add(IntPoint.newRangeQuery("day", first, last), BooleanClause.Occur.FILTER);
    }
    return query.build();
  }

  private void countFacets(FacetsCollector matched) throws IOException {
    Facets counts = new SortedSetDocValuesFacetCounts(facetState, matched);
    for (String field : LuceneIndexer.FACETS) {
      try {
        counts.getTopChildren(FACET_VALUES, field);
      } catch (IllegalArgumentException noValues) {
        // No article of the corpus has a value of this field.
      }
    }
  }

  private long search(String line) throws IOException, ParseException {
    Query query = parse(line);
    TopScoreDocCollector best = TopScoreDocCollector.create(HITS, exactTotal);
    if (facetState == null) {
      searcher.search(query, best);
    } else {
      FacetsCollector matched = new FacetsCollector();
      searcher.search(query, MultiCollector.wrap(best, matched));
      countFacets(matched);
    }
    TopDocs top = best.topDocs();
    for (ScoreDoc hit : top.scoreDocs) {
      Document shown = searcher.doc(hit.doc, java.util.Set.of("id", "title"));
      if (shown.get("id") == null) throw new IllegalStateException("a hit without an id");
    }
    if (snippets && top.scoreDocs.length > 0) highlighter.highlight("body", query, top, PASSAGES);
    return top.totalHits.value;
  }

  private String time(String line, int repeat) throws IOException, ParseException {
    StringJoiner times = new StringJoiner(",");
    long total = search(line);
    for (int i = 0; i < repeat; i++) {
      long start = System.nanoTime();
      total = search(line);
      times.add(String.format("%.1f", (System.nanoTime() - start) / 1e3));
    }
    return total + "\t" + times;
  }

  public static void main(String[] arguments) throws Exception {
    int repeat = Integer.parseInt(arguments[2]);
    String parts = arguments.length > 3 ? arguments[3] : "";
    try (DirectoryReader reader =
        DirectoryReader.open(MMapDirectory.open(Paths.get(arguments[0])))) {
      LuceneSearcher searcher = new LuceneSearcher(reader, parts);
      // The virtual machine compiles what runs often: passes whose times do not count. Without repetitions
      // it is a one-shot search, which has no such luxury.
      for (int pass = repeat > 0 ? WARM_UP_PASSES : 0; pass >= 0; pass--) {
        try (BufferedReader queries = Files.newBufferedReader(Paths.get(arguments[1]))) {
          for (String line; (line = queries.readLine()) != null; ) {
            String times = searcher.time(line, repeat);
            if (pass == 0) System.out.println(times);
          }
        }
      }
    }
  }
}
