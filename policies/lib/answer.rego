# Answers to a question: `yes`, `no`, and `maybe` where nobody knows.
package lib.answer

# METADATA
# description: what follows from answers that must all be yes
all(answers) := "no" if {
	"no" in answers
} else := "maybe" if {
	"maybe" in answers
} else := "yes"

# METADATA
# description: what follows from answers of which one must be yes
any(answers) := "yes" if {
	"yes" in answers
} else := "maybe" if {
	"maybe" in answers
} else := "no"

# METADATA
# description: the answer to the opposite question
opposite(answer) := {"yes": "no", "no": "yes", "maybe": "maybe"}[answer]
