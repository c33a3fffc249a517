package checks

import (
	"fmt"
	"strings"
)

// idlers are decisions that had no effect, for the same reason. A run over a part
// of what was decided leaves very many: few are told one by one.
type idlers struct{ ids, sentences []string }

const fewIdlers = 3

// add takes a sentence in which the name comes first.
func (l *idlers) add(id, sentence string, more ...any) {
	l.ids = append(l.ids, id)
	l.sentences = append(l.sentences, fmt.Sprintf(sentence, append([]any{id}, more...)...))
}

func (l *idlers) say(all string) []string {
	if len(l.ids) <= fewIdlers {
		return l.sentences
	}
	return []string{fmt.Sprintf("%d %s: %s … %d more", len(l.ids), all, strings.Join(l.ids[:fewIdlers], ", "), len(l.ids)-fewIdlers)}
}
