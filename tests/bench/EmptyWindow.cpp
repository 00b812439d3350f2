// The floor of a start: a window with nothing in it. Tells its first paint in the words of naryad.start.
#include <QApplication>
#include <QMainWindow>

#include <cstdio>

namespace {

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QMetaObject::invokeMethod(
            this,
            [] {
                std::fprintf(stderr, "info naryad.start: painted\ninfo naryad.start: complete\n");
                std::fflush(stderr);
            },
            Qt::QueuedConnection);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Window window;
    window.resize(1280, 800);
    window.show();
    return app.exec();
}
