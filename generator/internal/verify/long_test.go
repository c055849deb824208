package verify

import "os"

// isLong says that tests take the time for all that they can try.
var isLong = os.Getenv("MAKLUMAT_TEST") == "long"
