package org.sparkradam.table.read;

import java.util.Set;

/** Sparse vectors as text; see {@link LibsvmReader}. */
final class LibsvmFormat implements FormatTraits {
  @Override
  public Set<String> endings() {
    return Set.of("libsvm", "svm", "t");
  }

  @Override
  public boolean isTyped() {
    return false;
  }

  @Override
  public int firstIndex(TableSpec spec) {
    return spec.zeroBased() ? 0 : 1;
  }

  @Override
  public TableReader reader(TableInput input, SettledSource source) {
    return new LibsvmReader(input.session(), input.spec(), input::found);
  }
}
