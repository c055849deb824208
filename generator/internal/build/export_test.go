package build

import (
	"fmt"
	"maps"
	"slices"

	"maklumat/generator/internal/site"
)

// Unnoticed tells what would have stayed as it was in prev if nothing of a row had been
// remembered: an output that is made differently now, a plan, the files for hosts or the
// index of the search. made and before are the outputs of both, by path.
func (s *Snapshot) Unnoticed(prev *Snapshot, row site.Row, before, made map[string]string) string {
	changes := s.World.Changed(prev.World)
	forgotten := func(reads site.Reads) bool {
		without := slices.DeleteFunc(slices.Clone(reads), row.Is)
		return changes.Touch(reads) && !changes.Touch(without)
	}
	for i := range prev.Jobs {
		j := &prev.Jobs[i]
		now, ok := s.Job(j.Path)
		if ok && *now == *j && before[j.Path] != made[j.Path] && forgotten(prev.traces[i].reads) {
			return j.Path
		}
	}
	if forgotten(prev.planned.reads) && slices.Equal(prev.planned.extra, s.planned.extra) &&
		(!slices.Equal(prev.Jobs, s.Jobs) || fmt.Sprint(prev.planned.diags) != fmt.Sprint(s.planned.diags)) {
		return "the plan"
	}
	if forgotten(prev.forHost.Reads()) && s.Theme.Policy() == prev.Theme.Policy() &&
		fmt.Sprint(prev.forHost.Value()) != fmt.Sprint(s.forHost.Value()) {
		return "the files for hosts"
	}
	if x := prev.index.latest(); x != nil && forgotten(x.reads) && !maps.Equal(prev.Index().Files, s.Index().Files) {
		return "the index"
	}
	return ""
}

// Forget takes out of what s was asked for all that is of a row.
func (s *Snapshot) Forget(row site.Row) *Snapshot {
	forgetful := *s
	forgetful.traces = slices.Clone(s.traces)
	for i, t := range forgetful.traces {
		forgetful.traces[i].reads = slices.DeleteFunc(slices.Clone(t.reads), row.Is)
	}
	forgetful.planned.reads = slices.DeleteFunc(slices.Clone(s.planned.reads), row.Is)
	forgetful.forHost = site.Forgetting(s.forHost, row)
	return &forgetful
}
