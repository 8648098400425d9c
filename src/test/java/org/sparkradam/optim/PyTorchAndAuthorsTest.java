package org.sparkradam.optim;

import static org.sparkradam.optim.OracleFile.assertMatches;
import static org.sparkradam.optim.Regularization.DECOUPLED;
import static org.sparkradam.optim.Regularization.L2;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Trajectories of PyTorch's RAdam and of the authors' optimizer, run in float64. */
class PyTorchAndAuthorsTest {
  private static final String SELECTION =
      """
      torch,lr=.01 default,5,0.975270853246621,0.9928194389792705,2.995005435389686
      torch,lr=.01 default,6,0.9750134723733609,0.9925751173524386,2.9947473031392704
      torch,lr=.01 default,20,0.966412062386929,0.98466611101625,2.9861000600192678
      torch,lr=.01 default,200,0.6659031053938836,0.6353891410263321,2.6358936010037373
      torch,lr=.01 wd=.1 coupled,5,0.970357392097571,0.9850099781241861,2.980043466810042
      torch,lr=.01 wd=.1 coupled,6,0.9701000998276894,0.984765870412863,2.9797854138284903
      torch,lr=.01 wd=.1 coupled,20,0.9615022966011889,0.97686925280629,2.9711393769707057
      torch,lr=.01 wd=.1 coupled,200,0.6535902644895144,0.6280523471897066,2.5993607952310898
      torch,lr=.01 wd=.1 decoupled,5,0.9703844151367109,0.9859315556890565,2.980061664908902
      torch,lr=.01 wd=.1 decoupled,6,0.9691568283160255,0.9847014691363964,2.9768237129347233
      torch,lr=.01 wd=.1 decoupled,20,0.9471572966937709,0.9631603944100191,2.926868282035329
      torch,lr=.01 wd=.1 decoupled,200,0.5669703392287738,0.49653531120597555,2.2009173238683166
      torch,"lr=.01 betas=(.8,.99)",5,0.9752945065679601,1.0025556106091593,2.9950059125985735
      torch,"lr=.01 betas=(.8,.99)",6,0.9744828200414942,1.0018097495883678,2.9941896148020657
      torch,"lr=.01 betas=(.8,.99)",20,0.9475899539558856,0.9777616800106465,2.9669836313615274
      torch,"lr=.01 betas=(.8,.99)",200,0.5029954342514796,0.13412141770269467,2.1884421578701674
      torch,lr=.01 eps=1e-3,5,0.975270853246621,0.9928194389792705,2.995005435389686
      torch,lr=.01 eps=1e-3,6,0.9750201185278304,0.9925752966332875,2.9947769155128796
      torch,lr=.01 eps=1e-3,20,0.9665695860965988,0.9846708088415502,2.9868149178549586
      torch,lr=.01 eps=1e-3,200,0.6676322205282417,0.6354758630609914,2.646776399750391
      torch,"lr=.01 betas=(.9,.6)",5,0.975270853246621,0.9928194389792705,2.995005435389686
      torch,"lr=.01 betas=(.9,.6)",6,0.970410048090357,0.8262639213130966,2.9940082384697146
      torch,"lr=.01 betas=(.9,.6)",20,0.9057880733838309,-0.4494853273308021,2.9801186128913826
      torch,"lr=.01 betas=(.9,.6)",200,0.5545001495544866,-0.24997831285902253,2.81726773816323
      torch,lr=.01 maximize,5,1.0252728925595551,3.2519969615507627,3.0050054394683094
      torch,lr=.01 maximize,6,1.0255318368073518,3.2522591093648705,3.005263727836652
      torch,lr=.01 maximize,20,1.034238992676206,3.26116979064973,3.013930927511331
      torch,lr=.01 maximize,200,1.4945950532528838,3.6689050139708788,3.44420768351544
      authors,lr=.01 default(skip),5,1.0,2.0,3.0
      authors,lr=.01 default(skip),6,0.9997417889387346,1.9997417888734648,2.999741789205747
      authors,lr=.01 default(skip),20,0.9910963209037273,1.9910870974675317,2.991090387318807
      authors,lr=.01 default(skip),200,0.6854907049076355,1.6166398970062916,2.640613073396129
      authors,lr=.01 degenerated_to_sgd,5,0.975270853246621,0.9928194389792705,2.995005435389686
      authors,lr=.01 degenerated_to_sgd,6,0.9750134723733609,0.9925751173524386,2.9947473031392704
      authors,lr=.01 degenerated_to_sgd,20,0.966412062386929,0.98466611101625,2.9861000600192678
      authors,lr=.01 degenerated_to_sgd,200,0.6659031053938835,0.6353891410263321,2.6358936010037373
      authors,lr=.01 wd=.1,5,1.0,2.0,3.0
      authors,lr=.01 wd=.1,6,0.9987417889387346,1.9977417888734648,2.996741789205747
      authors,lr=.01 wd=.1,20,0.9762761416142894,1.961357660601229,2.9464916496191873
      authors,lr=.01 wd=.1,200,0.5834095469768535,1.3080979291617982,2.2147461731079003
      authors,lr=.01 wd=.1 sgd,5,0.9703844151367109,0.9859315556890565,2.980061664908902
      authors,lr=.01 wd=.1 sgd,6,0.9691568283160255,0.9847014691363964,2.9768237129347233
      authors,lr=.01 wd=.1 sgd,20,0.9471572966937709,0.9631603944100191,2.926868282035329
      authors,lr=.01 wd=.1 sgd,200,0.5669703392287739,0.4965353112059759,2.200917323868317
      authors,lr=.01 eps=1e-3 sgd,5,0.975270853246621,0.9928194389792705,2.995005435389686
      authors,lr=.01 eps=1e-3 sgd,6,0.9750201185278304,0.9925752966332875,2.9947769155128796
      authors,lr=.01 eps=1e-3 sgd,20,0.9665695860965988,0.9846708088415502,2.9868149178549586
      authors,lr=.01 eps=1e-3 sgd,200,0.6676322205282417,0.6354758630609915,2.646776399750391
      """;

  @Test
  void selectedSteps() {
    OracleFile.rowsOf(SELECTION.strip()).forEach(PyTorchAndAuthorsTest::check);
  }

  @Test
  void wholeFile() throws IOException {
    OracleFile.rows("oracle_torch_authors.csv").forEach(PyTorchAndAuthorsTest::check);
  }

  private static void check(String[] row) {
    boolean authors = row[0].startsWith("authors");
    Optimizer optimizer = authors ? authors(row[1]) : torch(row[1]);
    double sign = row[1].contains("maximize") ? -1 : 1;
    double[] curvature = {sign, sign * 10, sign * 0.1};
    Objective objective = Objective.quadratic(curvature, new double[] {0.5, -0.25, 2});
    double[] weights = objective.minimise(optimizer, Integer.parseInt(row[2]), 1, 2, 3);
    for (int i = 0; i < weights.length; i++) {
      assertMatches(weights[i], row[3 + i], 1e-12);
    }
  }

  private static Optimizer torch(String config) {
    RAdam rule = RAdam.defaults().withRhoThreshold(5);
    Optimizer optimizer = Optimizer.of(rule, 0.01);
    return switch (config) {
      case "lr=.01 default", "lr=.01 maximize" -> optimizer;
      case "lr=.01 wd=.1 coupled" -> optimizer.withPenalty(Penalty.of(L2, 0.1));
      case "lr=.01 wd=.1 decoupled" -> optimizer.withPenalty(Penalty.of(DECOUPLED, 0.1));
      case "lr=.01 betas=(.8,.99)" -> optimizer.withRule(rule.withBeta1(0.8).withBeta2(0.99));
      case "lr=.01 betas=(.9,.6)" -> optimizer.withRule(rule.withBeta2(0.6));
      case "lr=.01 eps=1e-3" -> optimizer.withRule(rule.withEpsilon(1e-3));
      default -> throw new AssertionError(config);
    };
  }

  private static Optimizer authors(String config) {
    RAdam momentum = RAdam.defaults().withRhoThreshold(5);
    RAdam skip = momentum.withBelowThreshold(BelowThreshold.SKIP);
    Optimizer optimizer = Optimizer.of(skip, 0.01);
    return switch (config) {
      case "lr=.01 default(skip)" -> optimizer;
      case "lr=.01 degenerated_to_sgd" -> optimizer.withRule(momentum);
      case "lr=.01 wd=.1" -> optimizer.withPenalty(Penalty.of(DECOUPLED, 0.1));
      case "lr=.01 wd=.1 sgd" ->
          optimizer.withRule(momentum).withPenalty(Penalty.of(DECOUPLED, 0.1));
      case "lr=.01 eps=1e-3 sgd" -> optimizer.withRule(momentum.withEpsilon(1e-3));
      default -> throw new AssertionError(config);
    };
  }
}
