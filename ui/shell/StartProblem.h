#pragma once

#include "core/Error.h"

#include <QDialog>

namespace naryad::ui {

/// Said instead of the window when the program can't work with its folder: in a sentence, with the path.
///
/// Modal to nothing (there is no other window); the program tries again or ends. Thread: the GUI's.
class StartProblem : public QDialog
{
    Q_OBJECT
public:
    /// `error`: what opening the folder told (InUse, ReadOnly, DiskFull, … or anything describe() can put in
    /// words).
    StartProblem(const Error &error, const QString &path, QWidget *parent = nullptr);

    /// The sentence shown; plain text.
    static QString sentence(const Error &error);

Q_SIGNALS:
    void tryAgainRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

public Q_SLOTS:
    void reject() override;
};

} // namespace naryad::ui
