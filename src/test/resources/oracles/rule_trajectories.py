"""Writes rule_trajectories.csv: what the reference implementations of some update rules make of
1,000 gradients, in float64.

    pip install torch optax schedulefree git+https://github.com/LiyuanLucasLiu/RAdam
    python rule_trajectories.py > rule_trajectories.csv

Six weights, the first four of them one array ("leaf", "layer") and the last two another one. The
gradient of weight i at step t is c_i (theta_i - a_i) + n_i(t), with n_i(t) = ((t (i + 3)) mod 17) /
17 - 1/2.
"""

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import numpy as np
import optax
import radam
import schedulefree
import torch

torch.set_default_dtype(torch.float64)  # of NAdam's running product, too
torch.Tensor.float = lambda tensor: tensor  # RAdam's authors would halve the precision by it

START = np.array([1.0, -2.0, 3.0, 0.5, -1.5, 0.25])
CURVATURE = np.array([1.0, 0.1, 10.0, 2.0, 0.5, 1.0])
OPTIMUM = np.array([0.0, 1.0, -1.0, 0.5, 2.0, 0.0])
KEPT = {1, 2, 3, 4, 5, 6, 7, 10, 30, 100, 300, 1000}
STEPS = 1000


def gradient(t, theta):
    i = np.arange(6)
    return CURVATURE * (theta - OPTIMUM) + ((t * (i + 3)) % 17) / 17.0 - 0.5


def tell(rule, t, weights, evaluated):
    if t in KEPT:
        for kind, values in (("weights", weights), ("evaluated", evaluated)):
            print(",".join([rule, kind, str(t)] + [repr(float(v)) for v in values]))


def of_torch(rule, make, evaluate=False):
    leaves = [
        torch.tensor(part, dtype=torch.float64, requires_grad=True)
        for part in (START[:4], START[4:])
    ]
    optimizer = make(leaves)
    if evaluate:
        optimizer.train()

    def now():
        return np.concatenate([leaf.detach().numpy().copy() for leaf in leaves])

    for t in range(1, STEPS + 1):
        g = gradient(t, now())
        for leaf, part in zip(leaves, (g[:4], g[4:])):
            leaf.grad = torch.tensor(part, dtype=torch.float64)
        optimizer.step()
        weights = now()
        evaluated = weights
        if evaluate and t in KEPT:
            optimizer.eval()
            evaluated = now()
            optimizer.train()
            for leaf, part in zip(leaves, (weights[:4], weights[4:])):
                leaf.data.copy_(torch.tensor(part, dtype=torch.float64))
        tell(rule, t, weights, evaluated)


def of_optax(rule, optimizer):
    leaves = (jnp.array(START[:4]), jnp.array(START[4:]))
    state = optimizer.init(leaves)
    for t in range(1, STEPS + 1):
        g = gradient(t, np.concatenate([np.asarray(leaf) for leaf in leaves]))
        updates, state = optimizer.update((jnp.array(g[:4]), jnp.array(g[4:])), state, leaves)
        leaves = optax.apply_updates(leaves, updates)
        weights = np.concatenate([np.asarray(leaf) for leaf in leaves])
        tell(rule, t, weights, weights)


def of_lookahead(rule, fast):
    params = optax.LookaheadParams.init_synced(jnp.array(START))
    optimizer = optax.lookahead(fast, sync_period=5, slow_step_size=0.5)
    state = optimizer.init(params)
    for t in range(1, STEPS + 1):
        g = gradient(t, np.asarray(params.fast))
        updates, state = optimizer.update(jnp.array(g), state, params)
        params = optax.apply_updates(params, updates)
        tell(rule, t, np.asarray(params.fast), np.asarray(params.slow))


print("rule,kind,t," + ",".join(f"theta{i}" for i in range(6)))
of_torch("sgd", lambda p: torch.optim.SGD(p, lr=0.01, foreach=False))
of_torch("sgd momentum .9", lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, foreach=False))
of_torch(
    "sgd nesterov .9",
    lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True, foreach=False),
)
of_torch("adam", lambda p: torch.optim.Adam(p, lr=0.01, foreach=False))
of_torch("adam L2 .1", lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.1, foreach=False))
of_torch("adamw decay .1", lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1, foreach=False))
for name, settings in {
    "": {},
    " L2 .1": {"weight_decay": 0.1},
    " decay .1": {"weight_decay": 0.1, "decoupled_weight_decay": True},
    " epsilon 1e-3": {"eps": 1e-3},
    " betas .8 .99": {"betas": (0.8, 0.99)},
    " beta2 .6": {"betas": (0.9, 0.6)},
}.items():
    of_torch(
        "radam of PyTorch" + name,
        lambda p, settings=settings: torch.optim.RAdam(p, lr=0.01, foreach=False, **settings),
    )
for name, settings in {
    " skipping": {},
    " skipping decay .1": {"weight_decay": 0.1},
    "": {"degenerated_to_sgd": True},
    " decay .1": {"degenerated_to_sgd": True, "weight_decay": 0.1},
    " epsilon 1e-3": {"degenerated_to_sgd": True, "eps": 1e-3},
}.items():
    of_torch(
        "radam of its authors" + name,
        lambda p, settings=settings: radam.RAdam(p, lr=0.01, **settings),
    )
of_torch("nadam", lambda p: torch.optim.NAdam(p, lr=0.01, foreach=False))
of_torch(
    "nadam decay .1",
    lambda p: torch.optim.NAdam(
        p, lr=0.01, weight_decay=0.1, decoupled_weight_decay=True, foreach=False
    ),
)
of_optax("lamb", optax.lamb(0.01))
of_optax("lamb decay .1", optax.lamb(0.01, weight_decay=0.1))
of_optax("adabelief", optax.adabelief(0.01))
of_torch(
    "radam-schedule-free",
    lambda p: schedulefree.RAdamScheduleFree(p, lr=0.01, foreach=False),
    evaluate=True,
)
of_torch(
    "radam-schedule-free decay .1 power 2",
    lambda p: schedulefree.RAdamScheduleFree(p, lr=0.01, weight_decay=0.1, r=2, foreach=False),
    evaluate=True,
)
of_lookahead("lookahead of adam", optax.adam(0.01))
