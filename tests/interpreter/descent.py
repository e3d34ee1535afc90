import numpy as np

a = b = 0.0
for epoch in range(epochs):
    errors = y - (a * x + b)
    da = -2 * np.mean(x * errors)
    db = -2 * np.mean(errors)
    a = a - L * da
    b = b - L * db
    show(a, b)
