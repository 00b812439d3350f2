#pragma once

#include "widgets/WordsDialog.h"

namespace naryad::ui {

/// Window `Closing results`: the dictionary of closing results. See WordsDialog.
class ResultsDialog : public WordsDialog
{
    Q_OBJECT
public:
    explicit ResultsDialog(Desk desk, QWidget *parent = nullptr);

protected:
    void ask(quint64 asked, const QString &chosen) override;
    QFuture<Result<void>> keep(const QString &id, const QString &name) override;
    QFuture<Result<void>> drop(const QString &id) override;

private:
    static Parts parts();
};

} // namespace naryad::ui
