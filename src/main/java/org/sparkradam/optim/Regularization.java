package org.sparkradam.optim;

/** Which penalty a single regularisation strength λ stands for. */
public enum Regularization {
  /** No penalty, whatever λ is. */
  NONE,
  /** λ‖θ‖₁ in the objective, by a proximal step in the update rule's own metric. */
  L1,
  /** λ/2·‖θ‖² in the objective: λθ joins the gradient before the update rule sees it. */
  L2,
  /** θ ← θ - α_t λ θ before the step, no part of the objective (AdamW, arXiv 1711.05101). */
  DECOUPLED
}
