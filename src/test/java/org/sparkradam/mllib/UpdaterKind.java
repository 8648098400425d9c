package org.sparkradam.mllib;

import org.sparkradam.optim.Adam;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Sgd;
import org.sparkradam.optim.UpdateRule;

/** Each updater beside the rule that it must follow. */
enum UpdaterKind {
  RADAM(RAdam.defaults()) {
    @Override
    SettableUpdater<?> create() {
      return new RAdamUpdater();
    }
  },
  ADAM(Adam.defaults()) {
    @Override
    SettableUpdater<?> create() {
      return new AdamUpdater();
    }
  },
  SGD(new Sgd(0.9, false)) {
    @Override
    SettableUpdater<?> create() {
      return new SgdUpdater().setMomentum(0.9);
    }
  };

  final UpdateRule rule;

  UpdaterKind(UpdateRule rule) {
    this.rule = rule;
  }

  /** A fresh updater. */
  abstract SettableUpdater<?> create();
}
