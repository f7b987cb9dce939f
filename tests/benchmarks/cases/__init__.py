"""One module a case: the same work at the floor and by Xiaohao."""
