#pragma once

#include "CommandCalls.h"
#include "EngineRun.h"
#include "ManualClock.h"
#include "sandbox/Sandbox.h"

#include <QTemporaryDir>

#include <memory>

namespace naryad::test {

/// The server all histories of one kind are told to, with a world in it, and an account's files that know it.
class Stage
{
public:
    /// `full`: get-task tells also what the document's sample leaves out.
    explicit Stage(bool full);
    bool isReady() const { return m_ready; }
    /// The server as it was when its world had just been made.
    bool restore() { return m_sandbox->load(m_folder.filePath(QStringLiteral("world"))).has_value(); }
    QUrl address() const { return m_sandbox->address(); }
    QString key() const { return m_sandbox->key(); }
    const World &world() const { return m_world; }
    QString extraField() const { return m_extraField; }
    QString knownFolder() const { return m_folder.filePath(QStringLiteral("known")); }
    const Services &beside() const { return *m_services; }

private:
    ManualClock m_clock; ///< the server's; stands
    QTemporaryDir m_folder{temporaryFiles()};
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<Services> m_services;
    World m_world;
    QString m_extraField;
    bool m_ready = false;
};

} // namespace naryad::test
