// Package dockertest answers a Docker client in an engine's place, from
// recorded or invented answers, and prepares a real engine for tests: images
// made from nothing, one container for each setting that an audit should find.
package dockertest
